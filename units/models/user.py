"""Accounts."""

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models

from thiduakhenthuong.text import sort_key


class User(AbstractUser):
    """A person who signs in. What they may do follows from memberships, never from flags on the account."""

    full_name = models.CharField("họ và tên", max_length=100)
    unread_notices = models.PositiveIntegerField(default=0, editable=False)  # kept by plans/notices.py: no page counts
    sort_key = models.CharField(max_length=450, editable=False)

    objects = UserManager()

    class Meta:
        verbose_name = "tài khoản"
        ordering = ["sort_key", "username"]

    def __str__(self):
        return self.full_name or self.username

    def save(self, *args, **kwargs):
        # Vietnamese people are listed by given name, which stands last.
        *family, given = (self.full_name or self.username).split() or [""]
        self.sort_key = sort_key(" ".join([given, *family]))
        super().save(*args, **kwargs)
