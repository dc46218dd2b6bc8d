package org.tianbo.family.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Letting family help: {@code {family:title}}. Texts: {@code messages/family*.properties}. */
@MessageBundle("family")
public interface FamilyMessages {

    String title();

    String may();

    String mayNot();

    String recorded();

    String afterEnd();

    String onTheirPhone();

    String onTheirPhoneHint();

    String makeCode();

    String onThisPhone();

    String onThisPhoneHint();

    String helpersName();

    String helpersNameHint();

    String begin();

    String asks(String name);

    String asksHint();

    String yes();

    String no();

    String helpsSince(String day);

    String here();

    String didNothing();

    String end();

    String earlier();

    String over(String name);

    String codeTitle();

    String codeHow();

    String codeOnce();

    String codeWaits();

    String codeUsed();

    String qr();

    String joinTitle(String trainee);

    String joinHow(String trainee);

    String yourName();

    String ask();

    String waitTitle(String trainee);

    String waitHow(String trainee);

    String helping(String trainee);

    String toStep();

    String stop();

    String stopHere(String trainee);

    String unsent(String count);

    String sending(String count);

    String others();

    String turnTo(String trainee);

    String overTitle(String trainee);

    String overWhen(String minute);

    String overRanOut();

    String overKept();

    String forgotten(String trainee);

    String lost(String count);

    String goOn();

    String backToMe();

    String backToMeHow();

    String nobody();

    String nobodyHow();

    String banner(String trainee);
}
