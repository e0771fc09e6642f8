"""Plans, grouped under their objects."""

app_name = "plans"
urlpatterns = []
