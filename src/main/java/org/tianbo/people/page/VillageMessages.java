package org.tianbo.people.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about the county's towns and villages. Texts: {@code messages/villages*.properties}. */
@MessageBundle("villages")
public interface VillageMessages {
    String title();

    String lead();

    String none();

    String file();

    String fileHint();

    String check();

    String take();

    String checked();

    String taken();

    String rows(int rows);

    String added(int count);

    String coded(int count);

    String renamed(int count);

    String merged(int count);

    String passed(int count);

    String missing(int count);

    String unchanged(int count);

    String people(int count);

    String rejected(int count);

    String line();

    String column();

    String columnName(String field);

    String value();

    String fault();

    String confirm();

    String takeThis();

    String keptADay();

    String town();

    String village();

    String code();

    String living();

    String former();

    String readOnly();
}
