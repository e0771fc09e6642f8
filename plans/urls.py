"""Plans, grouped under their objects."""

from django.urls import path

from .views import (
    confirming,
    creating,
    detail,
    editor,
    head,
    items,
    lists,
    overview,
    paper,
    reviewing,
    sections,
    tasks,
    words,
)

app_name = "plans"
urlpatterns = [
    # Plans
    path("ke-hoach/", lists.plan_list, name="plan_list"),
    path("ke-hoach/tao-moi/", creating.plan_create, name="plan_create"),
    path("ke-hoach/nhap-van-ban/", creating.plan_upload, name="plan_upload"),
    path("ke-hoach/nhap-van-ban/tien-do/<uuid:token>/", creating.upload_progress, name="upload_progress"),
    # Documents that were read and wait to be confirmed
    path("ke-hoach/ban-doc/", reviewing.reading_list, name="reading_list"),
    path("ke-hoach/ban-doc/<int:pk>/", reviewing.reading_review, name="reading_review"),
    path("ke-hoach/ban-doc/<int:pk>/o/<str:key>/sua/", reviewing.field_edit, name="field_edit"),
    path("ke-hoach/ban-doc/<int:pk>/o/<str:key>/dung/", reviewing.field_accept, name="field_accept"),
    path("ke-hoach/ban-doc/<int:pk>/o/<str:key>/bo/", reviewing.field_take_out, name="field_take_out"),
    path("ke-hoach/ban-doc/<int:pk>/xep-cho/", reviewing.loose_place, name="loose_place"),
    path("ke-hoach/ban-doc/<int:pk>/cach-ghi/", confirming.wording_choose, name="wording_choose"),
    path("ke-hoach/ban-doc/<int:pk>/cap-nhat/", confirming.reading_update, name="reading_update"),
    path("ke-hoach/ban-doc/<int:pk>/xac-nhan/", confirming.reading_confirm, name="reading_confirm"),
    path("ke-hoach/ban-doc/<int:pk>/doc-lai/", confirming.reading_again, name="reading_again"),
    path("ke-hoach/ban-doc/<int:pk>/bo/", confirming.reading_drop, name="reading_drop"),
    # One plan
    path("ke-hoach/<slug:code>/", detail.plan_detail, name="plan_detail"),
    path("ke-hoach/<slug:code>/van-ban-goc/", detail.plan_source, name="plan_source"),
    path("ke-hoach/<slug:code>/doc-lai/", confirming.plan_read_again, name="plan_read_again"),
    path("ke-hoach/<slug:code>/ghi-nhan-ban-hanh/", detail.plan_record_issued, name="plan_record_issued"),
    path("ke-hoach/<slug:code>/tong-quan/", overview.plan_overview, name="plan_overview"),
    path("ke-hoach/<slug:code>/chep/", creating.plan_copy, name="plan_copy"),
    path("ke-hoach/<slug:code>/van-ban/", paper.paper, name="paper"),
    path("ke-hoach/<slug:code>/van-ban.pdf", paper.paper_pdf, name="paper_pdf"),
    path("ke-hoach/<slug:code>/van-ban.docx", paper.paper_docx, name="paper_docx"),
    # Editing a plan
    path("ke-hoach/<slug:code>/soan-thao/", editor.plan_editor, name="plan_editor"),
    path("ke-hoach/<slug:code>/hoan-tac/<int:pk>/", editor.event_undo, name="event_undo"),
    path("ke-hoach/<slug:code>/thoi-han/", words.deadline_words, name="deadline_words"),
    path("ke-hoach/<slug:code>/ten-don-vi/", words.unit_words, name="unit_words"),
    path("ke-hoach/<slug:code>/phan-dau/", head.head_show, name="head_show"),
    path("ke-hoach/<slug:code>/phan-dau/sua/", head.head_edit, name="head_edit"),
    path("ke-hoach/<slug:code>/phan-cuoi/", head.foot_show, name="foot_show"),
    path("ke-hoach/<slug:code>/phan-cuoi/sua/", head.foot_edit, name="foot_edit"),
    # Pieces of its text
    path("ke-hoach/<slug:code>/phan/them/", sections.section_add, name="section_add"),
    path("ke-hoach/<slug:code>/phan/<int:pk>/", sections.section_show, name="section_show"),
    path("ke-hoach/<slug:code>/phan/<int:pk>/sua/", sections.section_edit, name="section_edit"),
    path("ke-hoach/<slug:code>/phan/<int:pk>/trinh-bay/", sections.section_layout, name="section_layout"),
    path("ke-hoach/<slug:code>/phan/<int:pk>/chuyen/", sections.section_place, name="section_place"),
    path("ke-hoach/<slug:code>/phan/<int:pk>/len/", sections.section_up, name="section_up"),
    path("ke-hoach/<slug:code>/phan/<int:pk>/xuong/", sections.section_down, name="section_down"),
    path("ke-hoach/<slug:code>/phan/<int:pk>/nhan-doi/", sections.section_duplicate, name="section_duplicate"),
    path("ke-hoach/<slug:code>/phan/<int:pk>/xoa/", sections.section_delete, name="section_delete"),
    # Its items
    path("ke-hoach/<slug:code>/phan/<int:section>/nhiem-vu/them/", items.item_add, name="item_add"),
    path("ke-hoach/<slug:code>/nhiem-vu/<int:pk>/", items.item_show, name="item_show"),
    path("ke-hoach/<slug:code>/nhiem-vu/<int:pk>/sua/", items.item_edit, name="item_edit"),
    path("ke-hoach/<slug:code>/nhiem-vu/<int:pk>/len/", items.item_up, name="item_up"),
    path("ke-hoach/<slug:code>/nhiem-vu/<int:pk>/xuong/", items.item_down, name="item_down"),
    path("ke-hoach/<slug:code>/nhiem-vu/<int:pk>/chuyen/", items.item_move, name="item_move"),
    path("ke-hoach/<slug:code>/nhiem-vu/<int:pk>/nhan-doi/", items.item_duplicate, name="item_duplicate"),
    path("ke-hoach/<slug:code>/nhiem-vu/<int:pk>/xoa/", items.item_delete, name="item_delete"),
    # What a unit has to do
    path("nhiem-vu/", tasks.my_tasks, name="my_tasks"),
    path("don-vi/<int:pk>/nhiem-vu/", tasks.unit_tasks, name="unit_tasks"),
    path("don-vi/<int:pk>/nhiem-vu/lich.ics", tasks.unit_tasks_ics, name="unit_tasks_ics"),
]
