package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about how far mentors agree. Texts: {@code messages/agreement*.properties}. */
@MessageBundle("agreement")
public interface AgreementMessages {

    String title();

    String lead();

    String byMentor();

    String byCriterion();

    String mentor();

    String criterion();

    String examples();

    String rulesSeen();

    String scores();

    String same();

    String near();

    String percentNear();

    String kappa();

    String tooFew(int fewest);

    String noKappa();

    String hint(int fewest);

    String nobody();

    String listOf(String whose);

    String example();

    String given();

    String deserved();

    String when();

    String back();
}
