package org.tianbo.practice.page.messages;

import io.quarkus.qute.i18n.MessageBundle;

/** What is said of watching a rehearsal live: {@code {live:invite}}. Texts: {@code messages/live*.properties}. */
@MessageBundle("live")
public interface LiveMessages {

    String invite();

    String inviteHere();

    String inviteNeedsNetwork();

    String inviteHow();

    String whoIsIt();

    String family();

    String classmates();

    String mentor();

    String nameOfGuest();

    String makeLink();

    String overNow();

    String scanMe();

    String validUntil(String at);

    String passOn();

    String copied();

    String withdraw();

    String opening();

    String hostIs(String name);

    String beginsAt();

    String runOfShow();

    String soundOn();

    String waiting();

    String starting();

    String away();

    String troubled();

    /** The network carries no picture just now. */
    String soundForNow();

    /** The take has no picture. */
    String soundAlone();

    String thanks();

    String thanksNext(String name);

    String withdrawn();

    String expired();

    String noNetwork();

    String cannotPlay();

    String needsScript();

    String removed();

    String elsewhere();

    String goneNext(String name);

    String cannotConnect();

    String comments();

    String talkKept(long days);

    String talkKeptHost(long days);

    String onOffer();

    String spokenOf();

    String saySomething();

    String send();

    String forMentors();

    String markGood();

    String markLook();

    String whisperTo(String name);

    String whisperSent();

    String marked();

    String watching(String count);

    String you();

    String somebody();

    String whispered(String name);

    String confirmViewer();

    String removeComment();

    String removeViewer();

    String commentNotRemoved();

    String viewerNotRemoved();

    String leaveIt();
}
