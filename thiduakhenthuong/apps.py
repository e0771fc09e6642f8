"""The project itself as an app: templates tags, formats and system checks live here."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "thiduakhenthuong"

    def ready(self):
        from . import checks  # noqa: F401 - importing registers them
