package org.tianbo.platform.security;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only for somebody who typed their password within the last quarter of an hour ({@code tianbo.sign-in.fresh}): a desk
 * left open must not hand out cards or certificates, or a county's figures. A person is led to the sign-in page and
 * back; a program is answered as RFC 9470 says.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface FreshSignIn {}
