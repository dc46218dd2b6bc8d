package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about the map of villages. Texts: {@code messages/borders*.properties}. */
@MessageBundle("borders")
public interface BordersMessages {

    String title();

    String shown(String stage);

    String what();

    String showStage();

    String share();

    String villageCount(int villages);

    String tooFew(int fewest);

    String hint(int fewest);

    String noBorders();

    String file();

    String fileHint();

    String take();

    String takenFrom(String file, String day, String by);

    String matched(int count, int all);

    String unmatched(int count);

    String nobody();
}
