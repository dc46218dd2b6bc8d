package org.tianbo.interop.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the page that takes OneRoster files out and in. Texts: {@code messages/oneroster*.properties}. */
@MessageBundle("oneroster")
public interface OneRosterMessages {

    String title();

    String lead();

    String out();

    String outWhat();

    String outLooks();

    String download();

    String in();

    String inWhat();

    String inClasses();

    String inUsers();

    String file();

    String fileHint();

    String consent();

    String check();

    String take();

    String checkFirst();

    String checked();

    String taken();

    String ofClass(String title, int rows, int accepted, int newcomers);

    String differing(int count);

    String noClass();

    String leftOut(int count);

    String nothingLeftOut();

    String where();

    String cell();

    String value();

    String why();

    String line(String file, int line);

    String more(int count);
}
