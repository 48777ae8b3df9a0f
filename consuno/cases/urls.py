"""Addresses of the room. None of them holds anything of a complaint."""

from django.urls import path

from consuno.cases.views import attachments, complaint, handling

app_name = "cases"
urlpatterns = [
    path("denuncia/", complaint.complain, name="complain"),
    path("denuncia/empezar/", complaint.begin, name="begin"),
    path("denuncia/recibo/", complaint.receipt, name="receipt"),
    path("denuncia/escribir/", complaint.write, name="write"),
    path("denuncia/enviar/", complaint.review, name="review"),
    path("denuncia/quien/", complaint.change_readers, name="change_readers"),
    path("denuncia/mia/", complaint.mine, name="mine"),
    path("denuncia/retirar/", complaint.withdraw, name="withdraw"),
    path("denuncia/volver/", complaint.come_back, name="come_back"),
    path("denuncia/entregada/", complaint.hand_over, name="handed_over"),
    path("denuncia/salir/", complaint.leave, name="leave"),
    path("denuncia/propuesta/<str:name>/", complaint.answer_handover, name="answer_handover"),
    path("denuncia/archivo/", attachments.add, name="add_file"),
    path("atencion/<str:name>/archivo/<str:file>/", attachments.take, name="take_file"),
    path("quien-ve-que/", handling.who_sees, name="who_sees"),
    path("atencion/", handling.desk, name="desk"),
    path("atencion/<str:name>/", handling.handle, name="handle"),
    path("atencion/<str:name>/recibida/", handling.acknowledge, name="acknowledge"),
    path("atencion/<str:name>/responder/", handling.reply, name="reply"),
    path("atencion/<str:name>/nota/", handling.note, name="note"),
    path("atencion/<str:name>/encargar/", handling.assign, name="assign"),
    path("atencion/<str:name>/cerrar/", handling.close, name="close"),
    path("atencion/<str:name>/proponer/", handling.propose_handover, name="propose_handover"),
]
