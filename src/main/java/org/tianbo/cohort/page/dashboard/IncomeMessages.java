package org.tianbo.cohort.page.dashboard;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.outcome.IncomeKind;

/** Texts about what lasted. Texts: {@code messages/income*.properties}. */
@MessageBundle("income")
public interface IncomeMessages {

    String title();

    String steadyTitle();

    String ofAll(int count, int all, int percent);

    String round(int round);

    String stillEarn(int count, int all, int percent);

    String perEarner(String yuan);

    String nobodyEarns();

    String costEach(String spent, int people, String each);

    String costNobody(String spent);

    String costUnknown();

    String costSet();

    String costWhence();

    String notDue();

    String roundTitle();

    String kindTitle();

    String kind(IncomeKind kind);

    String people();

    String everybody();

    String earning();

    String median();

    String middle();

    String quarter();

    String threeQuarters();

    String range();

    String least();

    String most();

    String yuan(String yuan);

    String fromTo(String from, String to);

    String tooFew(int fewest);

    String hint();

    String listOf(String kind);

    String listEarning();

    String month();

    String amount();

    String nothingKnown();

    String none();
}
