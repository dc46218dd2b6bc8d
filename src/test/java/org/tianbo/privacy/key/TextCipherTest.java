package org.tianbo.privacy.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextCipherTest {

    private static final byte[] KEY = new byte[TextCipher.KEY_BYTES];
    private static final byte[] OTHER = other();

    private final TextCipher cipher = new TextCipher(KEY);

    @Test
    void whatWasSealedIsOpenedUnderTheSameKeyOnly() {
        String sealed = cipher.seal("王大妈的梨🍐");

        assertThat(TextCipher.isSealed(sealed)).isTrue();
        assertThat(sealed).doesNotContain("梨");
        assertThat(new TextCipher(KEY).open(sealed)).contains("王大妈的梨🍐");
        assertThat(new TextCipher(OTHER).open(sealed)).isEmpty();
    }

    @Test
    void theSameWordsAreSealedAlikeAndOthersAreNot() {
        assertThat(cipher.seal("梨")).isEqualTo(cipher.seal("梨")).isNotEqualTo(cipher.seal("桃"));
        assertThat(cipher.seal("梨")).isNotEqualTo(new TextCipher(OTHER).seal("梨"));
    }

    @Test
    void whatWasChangedOrIsNoSealOpensToNothing() {
        String sealed = cipher.seal("梨");

        assertThat(cipher.open(sealed.substring(0, sealed.length() - 2) + "AA")).isEmpty();
        assertThat(cipher.open("~1:")).isEmpty();
        assertThat(cipher.open("~1:&&&&")).isEmpty();
        assertThat(cipher.decrypt(new byte[3])).isEmpty();
    }

    @Test
    void theMarkTypedByHandSealsNothing() {
        assertThat(TextCipher.isSealed("~1:梨")).isFalse();
        assertThat(TextCipher.isSealed("~1:abc")).isFalse();
        assertThat(cipher.isOwn(cipher.seal("~1:梨"))).isTrue();
        assertThat(cipher.isOwn(new TextCipher(OTHER).seal("梨"))).isFalse();
    }

    private static byte[] other() {
        byte[] key = KEY.clone();
        Arrays.fill(key, (byte) 1);
        return key;
    }
}
