package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What practice pages say: {@code {practice:practise}}. A word in square brackets is a blank that the page's script
 * fills in. Texts: {@code messages/practice*.properties}.
 */
@MessageBundle("practice")
public interface PracticeMessages {

    String practice();

    String myPractice();

    String nothingYet();

    String nothingYetHint();

    String practise();

    String statePlanned();

    String stateLive();

    String stateUploading();

    String stateProcessing();

    String stateReady();

    String stateSubmitted();

    String stateReviewed();

    String stateFailed();

    String spaceUsed(String limit, String used);

    String spaceHint();

    String spaceFull();

    String openUsed(long most, long open);

    String awaitedUntil(String day);

    String keptUntil(String day);

    String deletedSoon(String title, String day);

    String failedDeletedSoon(String title, String day);

    String clearRoom();

    String itemPlanned();

    String itemOpen();

    String itemSending();

    String itemWaiting();

    String itemFinished();

    String itemHandingIn();

    String itemTrouble();

    String itemNotDeleted();

    String itemUntitled();

    String room();

    String confirmClear();

    String confirmClearHint();

    String keepIt();

    String clearIt();

    String whatToday();

    String product();

    String productExample();

    String howLong();

    String minutes(int n);

    String cost();

    String costOne();

    String playTrouble();

    String wordsToAvoid();

    String wifiOnly();

    String openCamera();

    String fromGallery();

    String needsScript();

    String again();

    String handIn();

    String handedIn();

    String onThisPhone();

    String onThisPhoneHint();

    String notAllHere();

    String phoneGone();

    String confirmPhoneGone();

    String confirmPhoneGoneHint();

    String phoneGoneNo();

    String phoneGoneYes();

    String phoneStillSending();

    String awaitsPhone();

    String awaitsPhoneHint();

    String notAllHereHint();

    String processing();

    String processingHint();

    String failed();

    String busy();

    String busyHint(String until);

    String prepareAgain();

    String notBegunAgain();

    String submittedHint();

    String reviewed();

    String lengthAndSize(String length, String mb);

    String gapsTitle();

    String gap(long seconds);

    String toFeedback();

    String continueHere();

    String notHandedIn();

    String costWifi();

    String costOneWifi();

    String notOpened();

    String sent();

    String sentHint();

    String itemPreparing();

    String deleteIt();

    String confirmDelete();

    String confirmDeleteHint();

    String confirmForgetHint();

    String deleteYes();

    String deleteBoth();

    String notDeleted();

    String takeBack();

    String confirmTakeBack();

    String confirmTakeBackHint();

    String takeBackYes();

    String leaveIt();

    String mentorBegan();

    String notTakenBack();
}
