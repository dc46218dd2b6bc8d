package org.tianbo.platform.signin;

import jakarta.enterprise.context.ApplicationScoped;

/** Cards of pictures that were locked after too many wrong tries. */
@ApplicationScoped
public class PictureLocks {

    private final WrongTries wrong;

    PictureLocks(WrongTries wrong) {
        this.wrong = wrong;
    }

    /** The login has a new card: what was tried on the one before is forgotten. */
    public void open(String login) {
        wrong.forget(SignInTries.ofPictures(login));
    }
}
