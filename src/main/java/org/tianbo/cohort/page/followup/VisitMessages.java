package org.tianbo.cohort.page.followup;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.followup.VisitReport;

/** Texts of a visit, at a desk and on a phone. Texts: {@code messages/visit*.properties}. */
@MessageBundle("visit")
public interface VisitMessages {

    String due(String day);

    String history();

    String noHistory();

    String told(String by, String day);

    String learnt(String at);

    String bounded(String day);

    String corrected(String reason);

    String withdrawn(String reason);

    String replaced();

    String method(VisitReport.Method method);

    String methodLabel();

    String outcome(VisitReport.Outcome outcome);

    String outcomeLabel();

    String day();

    String store(VisitReport.StoreState store);

    String storeLabel();

    String choose();

    String why();

    String income(String yuan, String month);

    String incomeLabel();

    String month();

    String seen(VisitReport.Seen seen);

    String seenLabel();

    String claim(VisitReport.Claim claim);

    String claimHint();

    String help();

    String next();

    String satisfaction(int points);

    String satisfactionLabel();

    String notAsked();

    String words();

    String place(String accuracy);

    String write();

    String save();

    String correct();

    String correctTitle();

    String correctHint();

    String reason();

    String withdraw();

    String photo();

    String photoHint();

    String photoCost();

    String addPhoto();

    String photoBy(String at);

    String toLists();

    String traineeFile();

    String flag();
}
