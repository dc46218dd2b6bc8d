package org.tianbo.cohort.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about attempts that wait too long. Texts: {@code messages/overdue*.properties}. */
@MessageBundle("overdue")
public interface OverdueMessages {

    String title();

    String waiting(int count);

    String see();

    String promise(long hours);

    String none();

    String trainee();

    String attempt();

    String mentor();

    String waited();

    String hours(long hours);

    String handedIn(String at);

    String beingGradedBy(String name);

    String noMentor();

    String assign();

    String ofClass(String name);

    String wholeCounty();

    String call(String name);
}
