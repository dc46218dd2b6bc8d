package org.tianbo.film.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.film.captions.CaptionFault;
import org.tianbo.film.publishing.QuestionFault;

/** Words of the pages of lesson videos: {@code {videos:title}}. Texts: {@code messages/videos*.properties}. */
@MessageBundle("videos")
public interface VideoMessages {

    String title();

    String lead();

    String course();

    String show();

    String lesson();

    String state();

    String none();

    String shown(String length);

    String waiting(int count);

    String former();

    String formerHint();

    String formerVideos(int count);

    String add();

    String limits(long megabytes, long minutes);

    String copiesHint();

    String file();

    String send();

    String pause();

    String needsScript();

    String tooLarge(long megabytes);

    String sent();

    String goesOn();

    String offline();

    String refused();

    String signedOut();

    String versions();

    String noLongerTaught();

    String noneYet();

    String addedAt(String at);

    String uploading(String size);

    String making(int made, int most);

    String ready(String length);

    String failed();

    String fault(String code);

    String noSound();

    String seen();

    String notSeen();

    String wasSeen();

    String seenOnceTaught();

    String better();

    String small();

    String sound();

    String poster();

    String publish();

    String publishHint();

    String officePublishes();

    String withdraw();

    String delete();

    String deleteHint();

    String ofCounty(String length);

    String silent();

    String watch(String size);

    String otherwise();

    String watchBetter(String size);

    String hear(String size);

    String watched(String length);

    String noNetwork();

    String captions();

    String captionsThere();

    String captionsNone();

    String captionFaults(int count);

    String captionLine(int line);

    String captionFault(CaptionFault.Kind kind);

    String typeLine();

    String typeLineHint();

    String captionFile();

    String captionText();

    String captionTextHint();

    String saveCaptions();

    String editVideo();

    String questionsInside(int count);

    String question();

    String skipQuestion();

    String goOnWatching();

    String answerKept();

    String answerLost();

    String leftQuestions();

    String yourAnswers();

    String noAnswers();

    String questions();

    String questionsHint();

    String when();

    String asks();

    String howAnswered();

    String nobodyAnswered();

    String answeredBy(int answered, int right, int skipped);

    String notAsked();

    String stopAsking();

    String stopAskingAt(String time);

    String noQuestions();

    String addQuestion();

    String questionFault(QuestionFault fault);

    String askedAt();

    String askedAtHint();

    String askNow();

    String keep(String size);

    String keepNow(String size);

    String keepStop();

    String keepBar();

    String keepRemove();

    String keepRunning();

    String keepKept();

    String keepStopped();

    String keepOffline();

    String keepWifi();

    String keepFull();

    String keepSignedOut();

    String keepGone();

    String keptVideos();

    String keptTotal();

    String keptSize();

    String keptPart();
}
