"""The project itself as an app (template tags, formats, system checks), and which static files it collects."""

from django.apps import AppConfig, apps

# No page uses these, and compressing all variants of Bootstrap takes twenty seconds.
NOT_COLLECTED = [
    *("bootstrap-*", "*.rtl.*", "*.esm.*", "bootstrap.css*", "bootstrap.js*", "bootstrap.bundle.js*"),
    *("bootstrap.min.js*", "htmax-*", "ext", "account"),
]


class ProjectConfig(AppConfig):
    name = "thiduakhenthuong"

    def ready(self):
        from . import checks  # noqa: F401 - importing registers them

        staticfiles = apps.get_app_config("staticfiles")
        staticfiles.ignore_patterns = [*staticfiles.ignore_patterns, *NOT_COLLECTED]
