package org.tianbo.learning.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the learning pages: {@code {learning:courses}}. Texts: {@code messages/learning*.properties}. */
@MessageBundle("learning")
public interface LearningMessages {

    String courses();

    String nothingYet();

    String practise();

    String doneAndLeft(long done, long left);

    String allDone(long count);

    String cost(int minutes, String size);

    String lessonOf(int number, int of);

    String done();

    String quizNotPassed();

    String goOn();

    String finish();

    String finishedBefore();

    String toQuiz();

    String quiz();

    String one();

    String several();

    String truthHint();

    String orderHint();

    String orderTap();

    String matchHint();

    String pick();

    String spotHint();

    String chooseFirst();

    /** The script writes the numbers of the questions for {@code #}. */
    String quizRenewed(String numbers);

    String choose();

    String before();

    String handIn();

    String answered();

    String answeredHint();

    String seeMarked();

    String notAgainYet();

    /** The script writes the number for {@code #}. */
    String againIn(String hours);

    String triesUsedUp();

    /** Neither the phone nor, without a network, the server has what was done. */
    String phoneFull();

    String lastMarked();

    String marking();

    String yours(String answer);

    String right();

    String wrong();

    String rightOf(String right, int of);

    String passed();

    String notPassed();

    String notPassedHint();

    String again();

    String nextLesson();

    String backToLesson();

    String film();

    String captions();

    String filmOf(int seconds, String size);

    String filmWithoutNetwork();

    String wordsOfLesson(int count);

    String rulesOfLesson();

    String notLegalAdvice();

    String words();

    String wordsHint();

    String paths();

    String pathsHint();

    String onPath(String title);

    String pathChosen();

    String choosePath();

    String choosePathOf(String title);

    String leavePath();

    String pathLater();

    String pathLength(int weeks, int hours);

    String allLessons(int count);

    String hoursUnconfirmed();

    String pathDone();

    String checkWords();

    String checkWordsHint();

    String script();

    String check();

    String nothingFound();

    String wordsFound(int count);

    String sayInstead(String better);

    String whichRule();

    String doneAndLeftBlank();

    /** Pages of the lessons without a network; their scripts fill in what stands in brackets. */
    String offline();

    String offlineHint();

    String offlineCannot();

    String offlineLost();

    String offlineAll(int lessons, String size);

    String offlinePhotos(long photos);

    String offlineTakeAll();

    String offlineTake();

    String offlineTakeOf(String course);

    String offlinePause();

    String offlineGoOn();

    String offlineNow(String size);

    String offlineRenew();

    String offlineRemove();

    String offlineRemoveOf(String course);

    String offlineHere();

    String offlineCost(int lessons, String size);

    String offlinePart();

    String offlineSpace();

    String offlineMuchSpace();

    String offlineRunning();

    String offlinePaused();

    String offlineNoNetwork();

    String offlineForWifi();

    String offlineFull();

    String offlineSignedOut();

    String offlineRefused();

    String offlineOlder();

    String offlineWhole();

    /** The other language was chosen without a network, and a page is not here in it. */
    String offlineLater();

    String offlineStay();

    /** This language was. */
    String offlineLaterHere();

    String offlineWifiOnly();

    /** @param size what it costs besides */
    String offlineBoth(String size);

    String offlineAfterSignOut();

    /** The script writes the name for {@code #}. */
    String momentLesson(String name);

    /** The script writes the name for {@code #}. */
    String momentQuiz(String name);
}
