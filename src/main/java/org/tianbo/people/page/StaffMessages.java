package org.tianbo.people.page;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.people.staff.StaffHistoryLine.Change;

/** Texts about who works for a county. Texts: {@code messages/staff*.properties}. */
@MessageBundle("staff")
public interface StaffMessages {
    String title();

    String lead();

    String invite();

    String inviteTitle();

    String nobody();

    String working();

    String endedOnes();

    String noneEnded();

    String name();

    String login();

    String loginHint();

    String mobile();

    String email();

    String role();

    String roleName(String role);

    String roleDoes(String role);

    String villages();

    String villagesHint();

    String allVillages();

    String someVillages();

    String noVillages();

    String signedIn();

    String never();

    String accountPending();

    String accountRefused();

    String accountPendingHint();

    String accountRefusedHint();

    String send();

    String save();

    String passwordTitle();

    String passwordOf(String name);

    String passwordOnce();

    String passwordGone();

    String toStaff();

    String next();

    String edit();

    String newPassword();

    String newPasswordHint();

    String newPasswordDo();

    String end();

    String endHint();

    String reason();

    String endDo();

    String endedOn(String day);

    String takeBack();

    String takeBackHint();

    String history();

    String changeName(Change change);

    String villagesGiven(int count);

    String byOperator();
}
