package org.tianbo.cohort.page.person;

import io.quarkus.qute.i18n.MessageBundle;
import org.tianbo.cohort.transfer.Transfer;

/** Texts about transfers between counties. Texts: {@code messages/transfers*.properties}. */
@MessageBundle("transfers")
public interface TransferMessages {
    String title();

    String lead();

    String none();

    String to(String county);

    String from(String county);

    String person();

    String county();

    String state();

    String since();

    String stateOf(Transfer.State state, boolean outgoing);

    String askTitle(String name);

    String chooseCounty();

    String where();

    String reason();

    String reasonHint();

    String ask();

    String along();

    String alongList();

    String stays();

    String staysList();

    String twoCounties();

    String consentedOnPhone(String time);

    String consentedOnPaper(String day, String paper);

    String paperTitle();

    String paperLead();

    String signedOn();

    String paper();

    String paperHint();

    String paperDo();

    String takeBackTitle();

    String takeBackDo();

    String acceptTitle();

    String cohort();

    String chooseClass();

    String village();

    String chooseVillage();

    String idNumber();

    String idNumberHint();

    String same();

    String sameHint();

    String newPerson();

    String accept();

    String refuseTitle();

    String refuse();

    String acceptedNext();

    String leftNext();

    String mobile();

    String myTitle();

    String myNone();

    String myAsk(String county);

    String myWhy(String reason);

    String mySend();

    String myYes();

    String myNo();

    String myWaits(String county);

    String myChange();

    String backHome();
}
