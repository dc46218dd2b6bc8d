package org.tianbo.narration.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the pages where lessons are spoken. Texts: {@code messages/narration*.properties}. */
@MessageBundle("narration")
public interface NarrationMessages {

    String title();

    String lead();

    String inChinese();

    String inEnglish();

    String lessonsWhole(int whole, int of);

    String spokenOf(int spoken, int of);

    String making(int sentences);

    String published();

    String failed();

    String needsScript();

    String cannotRecord();

    String countOf();

    String placeText();

    String placeQuiz();

    String spokenBy();

    String onPhone();

    String speak();

    String stop();

    String next();

    String again();

    String before();

    String skip();

    String left();

    String heardNothing();

    String cutShort();

    String tooLong();

    String laterTake();

    String useMine();

    String toSpeakAgain();

    String noMicrophone();

    String microphoneRefused();

    String notKept();

    String waiting();

    String waitingOffline();

    String wasRefused();

    String allSpoken();

    String allSentences();

    String publishTitle();

    String missing(int count);

    String missingQuiz(int count);

    String readyHint();

    String dialect();

    String dialectHint();

    String publish();

    String publishAgain();

    String nowHeard();

    String withdraw();

    String withdrawHint();

    String former();

    String noLongerTaught();

    String heardOnceTaught();

    String deleteAll();

    String deleteAllHint();
}
