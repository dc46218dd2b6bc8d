package org.tianbo.platform.web;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts every page shares: {@code {app:back}}. Texts: {@code messages/app*.properties}. */
@MessageBundle("app")
public interface AppMessages {

    /** The page's own language, for the attribute {@code lang}. */
    String lang();

    String otherLang();

    String otherLanguage();

    String brand();

    String home();

    String mentoring();

    String attendance();

    String cohorts();

    String dashboards();

    String province();

    String people();

    String followUp();

    String certification();

    String stores();

    String ledger();

    String staff();

    String privacy();

    String questions();

    String lessonVideos();

    String content();

    String narration();

    String settings();

    String connections();

    String counties();

    String mainMenu();

    String menu();

    String skip();

    String back();

    String cancel();

    String close();

    String signIn();

    String signOut();

    String readAloud();

    String textSize();

    String textNormal();

    String textLarge();

    String textLarger();

    String textLargest();

    String download();

    String print();

    /** The pill, for some seconds, once what waited here is sent. Each sentence fits one line of 320 px. */
    String allSafe();

    /** The pill, while something waits; the script writes the number for {@code #}. */
    String waiting(String count);

    /** The pill, while recordings are still on this phone; the script writes the megabytes for {@code #}. */
    String recordingsHeld(String mb);

    String recordingsGoing(String mb);

    String recordingsForWifi(String mb);

    String recordingStuck();

    /** The pill, while the phone's clock is so far off that the server did not take what it dated. */
    String clockWrong();

    /** Where the browser has no database of its own, or forbids it. */
    String noStorage();

    /** Where the browser has no service worker. */
    String noOffline();

    /** What is said when a form is sent without network. */
    String unsentForm();

    /** What is said where this phone could not store what somebody did. */
    String notKept();

    /** What is said when somebody signs out without network, on a phone that cannot list what was not sent. */
    String offlineSignOut();

    /** The pill, when the server did not take something. */
    String refused(String count);

    String recordingsPreparing();

    String recordingFailed();

    String recordingNotDeleted();

    String lettersLeft();

    String lettersOver();

    String noVoice();

    String nextPage();

    /** On a page that was shown as it was stored, once a newer one has come. */
    String renewed();
}
