package org.tianbo.cohort.page.stuck;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.stuck.CallOutcome;
import org.tianbo.cohort.stuck.StuckReason;

/** Texts about those who stand still, and about calling them. Texts: {@code messages/stuck*.properties}. */
@MessageBundle("stuck")
public interface StuckMessages {

    String reason(StuckReason reason);

    String why(StuckReason reason, String title, long days, int done, int lessons);

    String next(StuckReason reason, String mentors);

    String outcome(CallOutcome outcome);

    String title();

    String hint(int days);

    String all(long count);

    String counted(String words, long count);

    String due();

    String resting();

    String narrow();

    String show();

    String anyone();

    String stageFor(long days);

    String goal(String goal);

    String neverSignedIn();

    String signedIn(String day);

    String mentors(String names);

    String doIt();

    String toFile();

    String call(String name);

    String lastCall(String day, String outcome);

    String lastCallNote(String note);

    String agreed(String day);

    String nobody(int days);

    String nobodyHere();

    String nobodyRests();

    String everybody();

    String toCalls();

    String sheet();

    String sheetHint();

    String sheetOf(int count);

    String more();

    String back();

    String noCalls();

    String noCallsHint();

    String what();

    String note();

    String day();

    String noteHint();

    String agree();

    String recorded();

    String unsent();

    String refused();

    String outcomeRecorded();

    String calls();

    String noCallsYet();

    String calledBy(String day, String name);
}
