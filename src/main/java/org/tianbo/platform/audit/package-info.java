/**
 * What an audit looks at, in words that all features share: each says of its own things what the county's ledger has to
 * say of them, and none needs to know who writes it down.
 */
package org.tianbo.platform.audit;
