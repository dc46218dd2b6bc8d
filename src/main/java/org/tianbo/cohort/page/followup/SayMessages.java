package org.tianbo.cohort.page.followup;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.outcome.Face;

/** Texts about how trainees say it goes. Texts: {@code messages/say*.properties}. */
@MessageBundle("say")
public interface SayMessages {

    String title();

    String question(String name);

    String since(int months);

    String face(Face face);

    String words();

    String wordsHint();

    String send();

    String whoReads();

    String thanks();

    String nothing();

    String home();

    String kept();

    String chooseFace();

    String refused();

    String did();

    String numbers();

    String klass();

    String when();

    String asked();

    String answered();

    String published();

    String answeredOf(int answered, int asked, int percent);

    String shareOf(int count, int answered);

    String tooFew(int fewest);

    String sameFace();

    String sentences();

    String sentencesOf(String name);

    String noSentences(int fewest);

    String hint(int fewest);

    String none();
}
