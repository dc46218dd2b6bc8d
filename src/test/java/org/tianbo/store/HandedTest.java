package org.tianbo.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandedTest {

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
            })
    void theAddressIsFoundInWhatAPlatformShares(String typed, String link) {
        assertThat(new Handed("", typed, "", false).link()).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({"javascript:alert(1)", "https://", "ftp://shop.example"})
    void whatIsNoWebAddressStaysRefused(String typed) {
        assertThat(Handed.isWebAddress(new Handed("", typed, "", false).link())).isFalse();
    }
}
