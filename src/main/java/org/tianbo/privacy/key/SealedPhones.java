package org.tianbo.privacy.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.tianbo.platform.data.KeyedHash;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CurrentCounty;
import org.tianbo.privacy.PrivacyConfig;

/** Phone numbers under the key that the master key gives the county at hand. */
@ApplicationScoped
class SealedPhones implements PhoneNumbers {

    private static final Logger LOG = Logger.getLogger(SealedPhones.class);

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
        return own().open(stored).orElseGet(this::unreadable);
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

    /**
     * Sealed under the county's key, also what another county's key sealed: a replica of the version before tells it on
     * as it is stored. What no county's key opens stays.
     *
     * @param counties ids of all; asked only where the county's own key does not open it
     */
    String sealAnew(String stored, Supplier<List<String>> counties) {
        if (!PhoneCipher.isSealed(stored) || own().open(stored).isPresent()) {
            return seal(stored);
        }
        return counties.get().stream()
                .flatMap(id -> cipher(id).open(stored).stream())
                .findFirst()
                .map(this::seal)
                .orElse(stored);
    }

    /** One number nobody can read must not keep a whole list from being shown. */
    private String unreadable() {
        LOG.errorf(
                "A phone number of %s was sealed under another county's key, or another tianbo.privacy.master-key",
                county.id());
        return "";
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
