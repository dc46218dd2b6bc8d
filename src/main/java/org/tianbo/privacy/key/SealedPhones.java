package org.tianbo.privacy.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tianbo.platform.data.KeyedHash;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.PrivacyConfig;

/** Phone numbers under the key that the master key gives the county at hand. */
@ApplicationScoped
class SealedPhones implements PhoneNumbers {

    private final KeyedHash master;
    private final CurrentCounty county;
    private final Map<String, PhoneCipher> ciphers = new ConcurrentHashMap<>();

    SealedPhones(PrivacyConfig config, CurrentCounty county) {
        this.master = KeyedHash.sha256(config.masterKey());
        this.county = county;
    }

    @Override
    public String seal(String number) {
        return sealFor(county.id(), number);
    }

    @Override
    public String sealFor(String of, String number) {
        return number.isEmpty() || PhoneCipher.isSealed(number)
                ? number
                : cipher(of).seal(number);
    }

    @Override
    public String open(String stored) {
        if (stored == null) {
            return "";
        }
        if (!PhoneCipher.isSealed(stored) || isNone(county.id())) {
            return stored;
        }
        return own().open(stored)
                .orElseThrow(() ->
                        new IllegalStateException("Phone numbers are sealed under another tianbo.privacy.master-key"));
    }

    @Override
    public String sealIn(String text) {
        return own().sealIn(text);
    }

    @Override
    public String openIn(String text) {
        return text.indexOf('~') < 0 || isNone(county.id()) ? text : own().openIn(text);
    }

    @Override
    public List<String> storedAs(String number) {
        return List.of(seal(number), number);
    }

    /** As they are, turned round, stand those from before they were sealed. */
    @Override
    public List<Range> endingWith(String digits) {
        String turned = new StringBuilder(digits).reverse().toString();
        // The letter behind 9 is the colon.
        return List.of(own().endingWith(digits), new Range(turned, turned + ":"));
    }

    /** Stands in every number that is sealed as it should be. */
    String sign() {
        return own().sign();
    }

    private PhoneCipher own() {
        return cipher(county.id());
    }

    private PhoneCipher cipher(String of) {
        if (isNone(of)) {
            throw new IllegalStateException("A phone number is sealed for a county, and none is at hand");
        }
        return ciphers.computeIfAbsent(of, id -> new PhoneCipher(master.derived("phone numbers of " + id)));
    }

    private static boolean isNone(String county) {
        return county.equals(CurrentCounty.ROOT) || county.equals(CurrentCounty.NONE);
    }
}
