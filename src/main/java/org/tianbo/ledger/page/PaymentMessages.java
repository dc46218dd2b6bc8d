package org.tianbo.ledger.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts of payments. Texts: {@code messages/payment*.properties}. */
@MessageBundle("payment")
public interface PaymentMessages {

    String title();

    String lead();

    String sum(String yuan);

    String who();

    String milestone();

    String amount();

    String voucher();

    String paidOn();

    String why();

    String corrected(long times);

    String none();

    String findSomebody();

    String of(String name);

    String ofOne();

    String nothingPaid();

    String writeDown();

    String hint();

    String choose();

    String reachedOn(String day);

    String amountHint();

    String save();

    String nothingToPay();

    String nothingToPayHint();

    String evidence();

    String allEntries();
}
