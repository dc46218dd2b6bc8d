package org.tianbo.certification.page;

import io.quarkus.qute.i18n.MessageBundle;

/** Texts about certificates. Texts: {@code messages/certification*.properties}. */
@MessageBundle("certification")
public interface CertificationMessages {

    String mine();

    String wasRevoked();

    String readyTitle();

    String readyHow();

    String notYetTitle();

    String lessons();

    String quizzes();

    String hurried(long count);

    String attempts(int score);

    String of(int done, int all);

    String goLearn();

    String goPractise();

    String showIt();

    String toStore();

    String verify();

    String verifyHow();

    String statement();

    String valid();

    String revokedOn(String day);

    String keepCopyHint();

    String keepCopy();

    String copyHow();

    String qr();

    String issuedOn(String day);

    String desk();

    String criteriaText(int reviews, int score);

    String readyOnes();

    String nobodyReady();

    String trainee();

    String village();

    String readySince();

    String evidence();

    String decide();

    String attemptNo(int no);

    String pass();

    String issuedOnes();

    String noneIssued();

    String serial();

    String issuedDay();

    String state();

    String revoke();

    String revoked();

    String reason();

    String word();

    String seal();

    String sealText();

    String asPicture();

    String pressLong();

    String share();
}
