package org.tianbo.certification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of certificates. English: {@code messages/certification_en.properties}. */
@MessageBundle("certification")
public interface CertificationMessages {

    @Message("我的证书")
    String mine();

    @Message("以前的证书已经收回，不算了。")
    String wasRevoked();

    @Message("都做到了，等县里发证")
    String readyTitle();

    @Message("不用再做什么。发证以后这里会看到。")
    String readyHow();

    @Message("离拿证还差几样")
    String notYetTitle();

    @Message("学完的课")
    String lessons();

    @Message("答对的小测")
    String quizzes();

    @Message("{count} 课学得或答得太快，先问问本人")
    String hurried(long count);

    @Message("{mark} 分以上、没有违规的练播")
    String attempts(int mark);

    @Message("{done} / {all}")
    String of(int done, int all);

    @Message("去上课")
    String goLearn();

    @Message("去练播")
    String goPractise();

    @Message("给人看这张码，就能查到证书是真的。")
    String showIt();

    @Message("去我的小店")
    String toStore();

    @Message("查证书")
    String verify();

    @Message("田播只在这里说：这张证书是谁的、还算不算。别的不公开。")
    String verifyHow();

    @Message("已学完直播课程，练播合格，可以自己开播。")
    String says();

    @Message("有效 ✓")
    String valid();

    @Message("{day} 已收回，不算了")
    String revokedOn(String day);

    @Message("这个文件手机打不开，是给查证书的单位用的。")
    String keepCopyHint();

    @Message("存一份电子证书")
    String keepCopy();

    @Message("电子证书（Open Badges 3.0）带数字签名，别人不上田播也能验真伪；还算不算，以这一页为准。")
    String copyHow();

    @Message("查这张证书的二维码")
    String qr();

    @Message("{day} 发证")
    String issuedOn(String day);

    @Message("证书")
    String desk();

    @Message("要求：课程学完，小测都过，{reviews} 次练播不低于 {mark} 分且没有违规")
    String barWords(int reviews, int mark);

    @Message("可以发证的")
    String readyOnes();

    @Message("现在没有人达到要求。学员在“我的证书”里能看到还差什么。")
    String nobodyReady();

    @Message("学员")
    String trainee();

    @Message("村")
    String village();

    @Message("达到于")
    String readySince();

    @Message("凭据")
    String evidence();

    @Message("发证")
    String decide();

    @Message("练播 {no}")
    String attemptNo(int no);

    @Message("通过，发证")
    String pass();

    @Message("发过的证书")
    String issuedOnes();

    @Message("还没有发过证书。")
    String noneIssued();

    @Message("编号")
    String serial();

    @Message("发证日期")
    String issuedDay();

    @Message("状态")
    String state();

    @Message("收回")
    String revoke();

    @Message("已收回")
    String revoked();

    @Message("原因")
    String reason();

    @Message("证书")
    String word();

    @Message("印章")
    String seal();

    @Message("直播培训")
    String sealWords();

    @Message("存成图片，发给别人看")
    String asPicture();

    @Message("按住图片不放，也能存到手机里。")
    String pressLong();

    @Message("发给别人")
    String share();
}
