package org.tianbo.cohort.page.person;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.enrolment.RecordField;

/** Texts of what an audit asks of a class. Texts: {@code messages/record*.properties}. */
@MessageBundle("record")
public interface RecordMessages {

    String title();

    String lead();

    String field(RecordField field);

    String hint(RecordField field);

    String nothing();

    String why();

    String whyHint();

    String save();

    String history();

    String noHistory();

    String empty();

    String change();

    String rename();

    String renameHint();
}
