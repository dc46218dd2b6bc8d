package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about the counties of a province. Texts: {@code messages/province*.properties}. */
@MessageBundle("province")
public interface ProvinceMessages {

    String title();

    String county();

    String lead();

    String fewer(int fewest);

    String nearlyAll(int fewest);

    String hint(int fewest);

    String noCode();
}
