package org.tianbo.attendance.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of a trainee's own pages. Texts: {@code messages/attend*.properties}. */
@MessageBundle("attend")
public interface AttendMessages {

    String title();

    String total(String hours);

    String how();

    String online(String hours);

    String none();

    String inAt(String time);

    String outAt(String time);

    String notOut();

    String forgotOut();

    String counts(String hours);

    String notThere();

    String toCome();

    String waits();

    String cancelled();

    String here();

    String leaving();

    String already(String time);

    String alreadyOut(String time);

    String afterwards();

    String ok();

    String offlineTitle();

    String offlineHint();

    String saving();

    String saved();

    String refused();

    String today(String time);

    String didScan();

    String didList();
}
