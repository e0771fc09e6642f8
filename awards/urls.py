"""The catalogue: titles with their provisions, legal instruments, base salaries. The records of nominees."""

from django.urls import path

from .views import (
    caps,
    catalogue,
    conditions,
    documents,
    editing,
    instruments,
    moving,
    nominations,
    nominee_parts,
    nominees,
    rounds,
    salaries,
    vote_rules,
)

app_name = "awards"
urlpatterns = [
    # Titles and what holds for them
    path("danh-muc/", catalogue.title_list, name="title_list"),
    path("danh-muc/them/", editing.title_add, name="title_add"),
    path("danh-muc/<slug:code>/", catalogue.title_detail, name="title_detail"),
    path("danh-muc/<slug:code>/ket-thuc/", editing.title_end, name="title_end"),
    path("danh-muc/<slug:code>/quy-dinh/them/", editing.provision_add, name="provision_add"),
    path("danh-muc/<slug:code>/quy-dinh/<int:pk>/thay/", editing.provision_succeed, name="provision_succeed"),
    path("danh-muc/<slug:code>/quy-dinh/<int:pk>/sua/", editing.provision_correct, name="provision_correct"),
    # What they rest on
    path("van-ban/", instruments.instrument_list, name="instrument_list"),
    path("van-ban/them/", editing.instrument_add, name="instrument_add"),
    path("van-ban/<slug:code>/sua/", editing.instrument_edit, name="instrument_edit"),
    path("luong-co-so/", salaries.salary_list, name="salary_list"),
    path("luong-co-so/them/", editing.salary_add, name="salary_add"),
    path("luong-co-so/<int:pk>/sua/", editing.salary_correct, name="salary_correct"),
    path("bieu-quyet/", vote_rules.vote_rule_list, name="vote_rule_list"),
    path("bieu-quyet/them/", vote_rules.vote_rule_add, name="vote_rule_add"),
    path("bieu-quyet/<int:pk>/ket-thuc/", vote_rules.vote_rule_end, name="vote_rule_end"),
    # Who may be awarded what
    path("dieu-kien/", conditions.conditions, name="conditions"),
    path("ty-le/", caps.cap_list, name="cap_list"),
    path("ty-le/them/", caps.cap_add, name="cap_add"),
    path("ty-le/<int:pk>/ket-thuc/", caps.cap_end, name="cap_end"),
    # Records of people, collectives, households
    path("ho-so/", nominees.nominee_list, name="nominee_list"),
    path("ho-so/them/<slug:kind>/", nominees.nominee_add, name="nominee_add"),
    path("ho-so/<int:pk>/", nominees.nominee_detail, name="nominee_detail"),
    path("ho-so/<int:pk>/sua/", nominees.nominee_edit, name="nominee_edit"),
    path("ho-so/<int:pk>/gop/<int:other>/", nominees.nominee_merge, name="nominee_merge"),
    path("ho-so/<int:pk>/<slug:part>/them/", nominee_parts.part_add, name="nominee_part_add"),
    path("ho-so/<int:pk>/<slug:part>/<int:row>/sua/", nominee_parts.part_edit, name="nominee_part_edit"),
    path("ho-so/<int:pk>/<slug:part>/<int:row>/xoa/", nominee_parts.part_remove, name="nominee_part_remove"),
    path("ho-so/<int:pk>/khen-thuong/<int:row>/thu-hoi/", nominee_parts.award_revoke, name="nominee_award_revoke"),
    # Rounds and their nominations
    path("dot/", rounds.campaign_list, name="campaign_list"),
    path("dot/mo/", rounds.campaign_open, name="campaign_open"),
    path("dot/<int:pk>/", rounds.campaign_detail, name="campaign_detail"),
    path("dot/<int:pk>/sua/", rounds.campaign_edit, name="campaign_edit"),
    path("dot/<int:pk>/dong/", rounds.campaign_close, name="campaign_close"),
    path("dot/<int:pk>/de-nghi/", nominations.nomination_list, name="nomination_list"),
    path("dot/<int:pk>/de-nghi/<int:unit>/them/<slug:kind>/", nominations.nomination_add, name="nomination_add"),
    path("de-nghi/<int:pk>/", nominations.nomination_detail, name="nomination_detail"),
    path("de-nghi/<int:pk>/sua/", nominations.nomination_edit, name="nomination_edit"),
    path("de-nghi/<int:pk>/chuyen-len/", moving.nomination_forward, name="nomination_forward"),
    path("de-nghi/<int:pk>/tiep-nhan/", moving.nomination_accept, name="nomination_accept"),
    path("de-nghi/<int:pk>/tra-lai/", moving.nomination_return, name="nomination_return"),
    path("de-nghi/<int:pk>/khong-xet/", moving.nomination_refuse, name="nomination_refuse"),
    path("de-nghi/<int:pk>/rut/", moving.nomination_withdraw, name="nomination_withdraw"),
    # Papers of a round
    path("dot/<int:pk>/van-ban/", documents.paper_list, name="paper_list"),
    path("dot/<int:pk>/van-ban/lap/<slug:key>/", documents.paper_begin, name="paper_begin"),
]
