package org.tianbo.cohort.page.followup;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.followup.DueState;

/** Texts of the work lists of follow-up. Texts: {@code messages/followup*.properties}. */
@MessageBundle("followup")
public interface FollowUpMessages {

    String title();

    String lead();

    String tab(DueState state);

    String lists();

    String classFilter();

    String anyClass();

    String villageFilter();

    String anyVillage();

    String visitorFilter();

    String anyVisitor();

    String me();

    String nobody();

    String show();

    String round(int months);

    String which(int round);

    String trainee();

    String when();

    String visitor();

    String doneOn();

    String tries(int count);

    String tick(String name);

    String chosen();

    String assign();

    String empty(DueState state);

    String emptyHint();

    String months();

    String onPhone();

    String flags(int count);

    String noFlags();

    String spotChecks();

    String call(String name);
}
