package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What a trainee is told of a rehearsal by its own phone: {@code {mirror:title}}. Texts: {@code
 * messages/mirror*.properties}.
 */
@MessageBundle("mirror")
public interface MirrorMessages {

    String title();

    String onlyYou();

    String fromServer();

    String heardThere();

    String next();

    String lookAt(String time);

    String where();

    String topicPace();

    String topicSilence();

    String topicShare();

    String topicVoice();

    String topicLoud();

    String topicLight();

    String topicBacklight();

    String topicSteady();

    String topicSharp();

    String slow();

    String good();

    String hurried();

    String paceSlow();

    String paceGood();

    String paceHurried();

    String silenceGood();

    String silenceLong();

    String shareGood();

    String shareLittle();

    String voiceGood();

    String voiceFaint();

    String voiceNone();

    String loudGood();

    String loudSome();

    String lightGood();

    String lightSome();

    String backlightGood();

    String backlightSome();

    String steadyGood();

    String steadySome();

    String sharpGood();

    String sharpSome();

    String tryVoiceNone();

    String tryVoiceFaint();

    String tryLoud();

    String tryLight();

    String tryBacklight();

    String tryUnanswered();

    String trySilence();

    String tryShare();

    String tryHurried();

    String trySlow();

    String trySteady();

    String trySharp();

    String tryLeftOut(String step);

    String tryLonger(String step);

    String allWell();

    String lookYourself();

    String steps();

    String products();

    String planned(String planned);

    String took(String took);

    String asPlanned();

    String longer();

    String shorter();

    String leftOut();

    String measured();

    String silent();

    String dark();

    String black();

    String frozen();

    String blurred();

    String liveCopy();
}
