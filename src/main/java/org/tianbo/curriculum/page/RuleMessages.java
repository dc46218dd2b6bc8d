package org.tianbo.curriculum.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts around a rule, wherever one is shown. Texts: {@code messages/rule*.properties}. */
@MessageBundle("rule")
public interface RuleMessages {

    String rules();

    String rulesHow();

    String notAdvice();

    String sourceAndDay(String source, String day);

    String open();

    String check();

    String checkedBy();

    String mentor();

    String coordinator();

    String officer();

    String source();

    String official();

    String inForce();

    String from(String from);

    String fromUntil(String from, String until);

    String reviewedOn();

    String paths();

    String ownProduce();

    String resale();

    String processed();

    String prepackaged();

    String provinces();
}
