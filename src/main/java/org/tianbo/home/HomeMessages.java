package org.tianbo.home;

import io.quarkus.qute.i18n.MessageBundle;

/** Words of the front doors: {@code {home:nextStep}}. Texts: {@code messages/home*.properties}. */
@MessageBundle("home")
public interface HomeMessages {

    String nextStep();

    String morning(String name);

    String noon(String name);

    String afternoon(String name);

    String evening(String name);

    String steps();

    String enrolled();

    String learning();

    String practice();

    String feedback();

    String certificate();

    String store();

    String income();

    String today();

    String quizTitle(String title);

    String quizHint();

    /** The questions come with the lesson's page and weigh next to nothing. */
    String quizCost();

    String feedbackTitle();

    String feedbackAbout(String title);

    String feedbackCost();

    String openFeedback();

    String unread(int count);

    String practiseAgain();

    String practiseTitle();

    String practiseHint();

    String lessonCost(int minutes, String size);

    /** The first time it is the one minute. */
    String firstPractiseCost();

    String practiseCost();

    String startLesson();

    String startQuiz();

    String startPractice();

    String courses();

    String doneAndLeft(long done, long left);

    String onPath(String path);

    String pathDone(long left);

    String myPractice();

    String myPracticeHint();

    String myCertificate();

    String storeTitle();

    String storeHint();

    String storeCost();

    String openStore();

    String myStore();

    String account();

    String offlineTitle();

    String offlineHint();

    String offlineLessons();

    String offlinePractice();

    String offlineStored();

    String retry();

    String login(String login);

    String helpHint();

    String helpFamily();

    String helpFamilyHint();

    String storeAlone();

    String myData();

    String myDataHint();

    String consentAsked();

    String signOutHere();

    String signOutEverywhere();

    String everywhereHint();

    String operator();

    String operatorHint();

    String unsentTitle();

    String unsentNone();

    String unsentWaiting();

    String unsentWaitingHint();

    String unsentYours();

    String unsentRefused();

    String unsentRefusedHint();

    String unsentAgain();

    String unsentCopy();

    String unsentDiscard();

    String confirmDiscard();

    String confirmDiscardHint();

    String keepIt();

    String discardIt();

    String didOpen();

    String didWatch();

    String didAnswerInVideo();

    String didComplete();

    String didQuiz();

    String didTick();

    String didRead();

    String didChoosePath();

    String didRecord();

    String didOther();

    String didReview();

    String didSpeak();

    String speakAgain();

    String didPhoto();

    String didDraft();

    String whyTime();

    String whyVersion();

    String whyOther();

    String copied();

    String notCopied();

    String doneAndLeftBlank();

    String pathDoneBlank();

    String confirmSignOut();

    String confirmSignOutHint();

    String signOutOffline();

    String stay();

    String signOutAnyway();

    String waitingDeletion();

    String practiceSoon(String title);

    String recordedOnSite(String title);

    String transferAsked(String county);

    String toTransfer();

    String toRecording();

    String toPractice();

    String gotIt();

    String booked();

    String askedHow();

    /** The script writes the name for {@code #}. */
    String momentIncome(String name);
}
