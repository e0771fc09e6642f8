"""Areas, bodies and people."""

app_name = "units"
urlpatterns = []
