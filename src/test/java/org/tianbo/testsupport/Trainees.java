package org.tianbo.testsupport;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Trainees of a test class's own, whom no other test meets; they can sign in before its first test begins. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Trainees.Everywhere.class)
public @interface Trainees {

    /** Their logins, which are also their names. */
    String[] value();

    String county() default "fengcheng";

    /** Logins of the mentors who look after them; whoever is not known joins as a mentor. */
    String[] mentor() default {};
    /** Those of several counties, or of several mentors. */
    @Inherited
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Everywhere {

        Trainees[] value();
    }
}
