package org.tianbo.store.opening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceFormTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://shop.example/a?id=1 | https://shop.example/a?id=1",
                "【淘宝】https://m.tb.cn/h.5xYz?tk=AbC 点击链接直接打开 | https://m.tb.cn/h.5xYz?tk=AbC",
                "8.43 复制打开抖音，看看【冻米糖】https://v.douyin.com/iAbC12_x/ 09/21 q@R.ux | https://v.douyin.com/iAbC12_x/",
                "我家的店：HTTPS://shop.example/店 | HTTPS://shop.example/",
                "https://a.example 和 https://b.example | https://a.example 和 https://b.example",
                "没有网址的话 | 没有网址的话",
                "【淘宝】7天无理由退货 https://m.tb.cn/h.gAbC?tk=xYz CZ0012 「自家米酒」 点击链接直接打开 或者 淘宝搜索直接打开 | "
                        + "https://m.tb.cn/h.gAbC?tk=xYz",
                "我的店(https://shop.example/a)，来看 | https://shop.example/a",
                "看看我的店：https://shop.example/a. | https://shop.example/a",
                "[https://shop.example/a?x=1] | https://shop.example/a?x=1",
                "https://shop.example/a?x=1,2&y=3！ | https://shop.example/a?x=1,2&y=3",
                "7.92 复制打开抖音，看看【桂芳家的米酒】 v.douyin.com/iAbC12/ J@V.lc :2pm | https://v.douyin.com/iAbC12/",
                "【快手小店】桂芳米酒 https://v.kuaishou.com/2aBcDe 复制此链接，打开【快手】查看 | https://v.kuaishou.com/2aBcDe",
                "https://u.jd.com/AbCd12 我在京东发现了一家好店 | https://u.jd.com/AbCd12",
                "【京东】https://3.cn/1-aBcD?jkl=@xyz@ 点击链接直接打开 | https://3.cn/1-aBcD?jkl=@xyz@",
                "我的拼多多店 mobile.yangkeduo.com/mall_page.html?mall_id=12 | "
                        + "https://mobile.yangkeduo.com/mall_page.html?mall_id=12",
                "ｈｔｔｐｓ：／／shop.example／a | https://shop.example/a",
                "https://shop.example/a https://shop.example/a | https://shop.example/a",
                "写信到 me@jd.com | 写信到 me@jd.com",
                "https://a.example.cn:8443/x?y=/z#w | https://a.example.cn:8443/x?y=/z#w",
            })
    void theAddressIsFoundInWhatAPlatformShares(String typed, String link) {
        assertThat(new EvidenceForm("", typed, "", false).link()).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "https://", "ftp://shop.example"})
    void whatIsNoWebAddressStaysRefused(String typed) {
        assertThat(EvidenceForm.isWebAddress(new EvidenceForm("", typed, "", false).link()))
                .isFalse();
    }
}
