package org.tianbo.privacy.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.tianbo.platform.privacy.PhoneNumbers;
import org.tianbo.platform.security.CurrentCounty;

/** Phone numbers under the key that the master key gives the county at hand. */
@ApplicationScoped
class SealedPhones implements PhoneNumbers {

    private static final Logger LOG = Logger.getLogger(SealedPhones.class);

    private final MasterKeys keys;
    private final CurrentCounty county;
    private final Map<String, List<PhoneCipher>> ciphers = new ConcurrentHashMap<>();

    SealedPhones(MasterKeys keys, CurrentCounty county) {
        this.keys = keys;
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
        return opened(county.id(), stored).orElseGet(this::unreadable);
    }

    @Override
    public String sealIn(String text) {
        return own().sealIn(earlier().map(second -> second.openIn(text)).orElse(text));
    }

    @Override
    public String openIn(String text) {
        if (text.indexOf('~') < 0 || isNone(county.id())) {
            return text;
        }
        String opened = own().openIn(text);
        return earlier().map(second -> second.openIn(opened)).orElse(opened);
    }

    @Override
    public List<String> storedAs(String number) {
        return Stream.of(
                        Stream.of(seal(number)),
                        earlier().stream().map(second -> second.seal(number)),
                        Stream.of(number))
                .flatMap(forms -> forms)
                .toList();
    }

    /** As they are, turned round, stand those from before they were sealed. */
    @Override
    public List<Range> endingWith(String digits) {
        String turned = new StringBuilder(digits).reverse().toString();
        // The letter behind 9 is the colon.
        return Stream.concat(
                        ciphers(county.id()).stream().map(cipher -> cipher.endingWith(digits)),
                        Stream.of(new Range(turned, turned + ":")))
                .toList();
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
        return Stream.concat(Stream.of(county.id()), counties.get().stream())
                .flatMap(id -> opened(id, stored).stream())
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

    /** Of the county at hand, while the master key is changed. */
    private Optional<PhoneCipher> earlier() {
        return ciphers(county.id()).stream().skip(1).findFirst();
    }

    private PhoneCipher cipher(String of) {
        return ciphers(of).get(0);
    }

    private Optional<String> opened(String of, String stored) {
        return ciphers(of).stream()
                .flatMap(cipher -> cipher.open(stored).stream())
                .findFirst();
    }

    /** Under the first it is sealed, the others are read as well. */
    private List<PhoneCipher> ciphers(String of) {
        if (isNone(of)) {
            throw new IllegalStateException("A phone number is sealed for a county, and none is at hand");
        }
        return ciphers.computeIfAbsent(of, id -> keys.readable()
                .map(key -> new PhoneCipher(key.derived("phone numbers of " + id)))
                .toList());
    }

    private static boolean isNone(String county) {
        return county.equals(CurrentCounty.ROOT) || county.equals(CurrentCounty.NONE);
    }
}
