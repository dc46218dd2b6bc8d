package org.tianbo.mentoring.page;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * Texts of the mentor's desk. Texts: {@code messages/mentoring*.properties}. A {@code #} is filled in by the script.
 */
@MessageBundle("mentoring")
public interface MentoringMessages {

    String queueTitle();

    String gradeNext();

    String waiting(int count);

    String allDone();

    String allDoneHint();

    String sentLast();

    String trainee();

    String attempt();

    String attemptNo(int number);

    String due();

    String progress();

    String hoursLeft(long hours);

    String hoursOver(long hours);

    String handedIn(String when);

    String mineBegun();

    String claimedBy(String name);

    String begunFree();

    String free();

    String take();

    String goOn();

    String publishedByMe();

    String score();

    String when();

    String vetoed();

    String readOnlyPublished();

    String readOnlyWaiting();

    String readOnlyHeld();

    String play();

    String back5();

    String on5();

    String speed();

    String pauseWriting();

    String timeline();

    String gap(long seconds, String at);

    String videoTrouble();

    String retry();

    String newMoment();

    String editMoment();

    String from();

    String to();

    String setFrom();

    String setTo();

    String noEnd();

    String about();

    String wellDone();

    String change();

    String ruleBroken();

    String text();

    String textHint();

    String phrases();

    String phrase1();

    String phrase1Text();

    String phrase2();

    String phrase2Text();

    String phrase3();

    String phrase3Text();

    String phrase4();

    String phrase4Text();

    String phrase5();

    String phrase5Text();

    String phrase6();

    String phrase6Text();

    String keepMoment();

    String dropMoment();

    String moments();

    String noMoments();

    String scores();

    String viewers();

    String viewersHint();

    String answeredAfter(long seconds);

    String answeredLate(long seconds);

    String notAnswered();

    String answerUnheard();

    String greetedByName();

    String askedAgain(int times);

    String goodAnswer();

    String outOf100();

    String unmarkedLeft();

    String weight(int points);

    String notBroken();

    String broken();

    String brokenAt();

    String hereNow();

    String whichRule();

    String noRule();

    String vetoHint();

    String shownFirst();

    String shownKeep();

    String shownChange();

    String shownNone();

    String chooseKeep();

    String chooseChange();

    String byDefault();

    String publish();

    String missingTitle();

    String missingClose();

    String saved();

    String saving();

    String unsaved();

    String offline();

    String signedOut();

    String failed();

    String nothingYet();

    String staleTitle();

    String staleHint();

    String staleTheirs();

    String staleMine();

    String staleCounts();

    String keepMine();

    String keepTheirs();

    String keepBoth();

    String restored();

    String keysTitle();

    String keyPlay();

    String keySeek();

    String keyFrame();

    String keySpan();

    String keyNew();

    String keyMark();

    String keyCriterion();

    String keySave();

    String keyBlur();

    String keyHelp();

    String close();

    String needsScript();

    String inTheMaking();

    String silent();

    String dark();

    String black();

    String frozen();

    String blurred();

    String liveCopy();

    String goal(String words);
}
