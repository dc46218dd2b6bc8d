package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/**
 * What the camera's page says, from the open camera to the hand-in: {@code {camera:start}}. A word in square brackets
 * is a blank that the page's script fills in. Texts: {@code messages/camera*.properties}.
 */
@MessageBundle("camera")
public interface CameraMessages {

    String opening();

    String leave();

    String turnCamera();

    String readyHint();

    String aMinute();

    String gallery();

    String start();

    String recording();

    String stop();

    String pausedTitle();

    String pausedHint();

    String endHere();

    String resume();

    String tryAgain();

    String ratherCamera();

    String pickVideo();

    String copying();

    String copyingHint();

    String unknown();

    String unknownHint();

    String toMyPractice();

    String recorded();

    String length();

    String sizeWord();

    String upload();

    String signIn();

    String sendNow();

    String watchIt();

    String delete();

    String follow();

    String notYet();

    String confirmEnd();

    String confirmEndHint();

    String endYes();

    String endNo();

    String timeLeft();

    String timeOver();

    String step();

    String nextStep();

    String doneRecording();

    String keptUntil();

    String safeUntil();

    /** Viewers are shown a small copy while the network is slow. */
    String smallCopy();

    /** Viewers hear the host and see nothing, while the network is slower still. */
    String soundAlone();

    /** It cannot be sent, and nothing of it is lost. */
    String recordingStuck();

    String recordingOffline();

    String recordingWifiAwaited();

    String recordingRetrying();

    String recordingNoRoom();

    String recordingOwnSpaceFull();

    String recordingTooManyOpen();

    String recordingCountyFull();

    String recordingSignedOut();

    String soFar();

    String cannotRecord();

    String cannotRecordAdvice();

    String insecure();

    String insecureAdvice();

    String cameraRefused();

    String cameraRefusedAdvice();

    String noCamera();

    String noCameraAdvice();

    String cameraBusy();

    String cameraBusyAdvice();

    String otherCameraShut();

    String phoneFull();

    String phoneFullAdvice();

    String videosDropped();

    String otherPage();

    String otherPageAdvice();

    String pick();

    String pickAgain();

    String copiedOf();

    String size();

    String onePause();

    String pauses();

    String sentOf();

    String allSafe();

    String upOffline();

    String upWifiAwaited();

    String upRetrying();

    String upNoRoom();

    String upOwnSpaceFull();

    String upTooManyOpen();

    String upCountyFull();

    String upSignedOut();

    String upOtherPerson();

    String troubleElsewhere();

    String troubleOtherBytes();

    String troubleOtherPlan();

    String troubleClosed();

    String troubleNotYours();

    String troubleTooLarge();

    String troubleDamaged();

    String troubleFailed();

    String handsInLater();

    String handsInNow();

    String aMinuteWifi();

    String ownAttempt();

    String clearHere();

    String beingPrepared();

    /** The script writes the name for {@code #}. */
    String momentRehearsal(String name);
}
