package org.tianbo.cohort.cards;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tianbo.people.PeopleConfig;
import org.tianbo.platform.data.KeyedHash;

/**
 * Carries the PINs of cards just made from the request that makes them to the page that prints them, so that the page
 * can be loaded again without new cards. The page's address holds them, sealed; nothing is stored here. AES-256-GCM.
 */
@ApplicationScoped
public class CardSeal {

    /** How long the page can be loaded again. */
    public static final Duration LASTS = Duration.ofMinutes(10);

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PeopleConfig config;
    private final Clock clock;

    CardSeal(PeopleConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param pins what is printed, by person
     * @param reader whoever may open it, and where
     */
    public String seal(Map<UUID, String> pins, String reader) {
        StringBuilder text = new StringBuilder(clock.instant().plus(LASTS).toString());
        pins.forEach(
                (person, pin) -> text.append('\n').append(person).append(' ').append(pin));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal(text.toString().getBytes(StandardCharsets.UTF_8), reader));
    }

    /** Empty for anything that was not sealed here for this reader within the last minutes. */
    public Optional<Map<UUID, String>> open(String seal, String reader) {
        return bytes(seal)
                .flatMap(bytes -> open(bytes, reader))
                .map(plain -> new String(plain, StandardCharsets.UTF_8).split("\n"))
                .filter(lines -> clock.instant().isBefore(Instant.parse(lines[0])))
                .map(lines -> {
                    Map<UUID, String> pins = new LinkedHashMap<>();
                    Arrays.stream(lines)
                            .skip(1)
                            .map(line -> line.split(" ", 2))
                            .forEach(line -> pins.put(UUID.fromString(line[0]), line[1]));
                    return pins;
                });
    }

    /** What waits in the database to be printed. @param about what it belongs to; it opens for nothing else */
    byte[] seal(byte[] plain, String about) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, about, plain).orElseThrow();
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** Empty for anything that was not sealed here about that, or is too short to be. */
    Optional<byte[]> open(byte[] sealed, String about) {
        return sealed.length <= NONCE
                ? Optional.empty()
                : crypt(
                        Cipher.DECRYPT_MODE,
                        Arrays.copyOf(sealed, NONCE),
                        about,
                        Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private static Optional<byte[]> bytes(String seal) {
        try {
            return Optional.ofNullable(seal).map(Base64.getUrlDecoder()::decode);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Empty when the text was not sealed here or was changed since. */
    private Optional<byte[]> crypt(int mode, byte[] nonce, String reader, byte[] text) {
        try {
            byte[] key = KeyedHash.sha256(config.hashKey()).bytes("cards just printed");
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(reader.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(text));
        } catch (AEADBadTagException forged) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }
}
