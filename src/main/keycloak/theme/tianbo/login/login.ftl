<#import "template.ftl" as layout>
<#import "secret-field.ftl" as field>
<#import "picture-form.ftl" as byPicture>
<#-- A login name that is already known (a scanned card, or a phone that remembers) leaves only the PIN to ask.
     Everything is an ordinary form first; pin.js turns it into keys. -->
<#-- A card with three pictures names itself so; after a mistake what was tried says it. Without a script the pictures
     are chosen one after the other on pages of ours. -->
<#assign pictures = (login.username!)?ends_with(".pictures") || (login.password!)?starts_with("pic-")>
<#assign card = (login.username!)?remove_ending(".pictures")>
<#assign known = !usernameHidden?? && card?has_content>
<#assign byPictures = known && pictures>
<#assign failed = messagesPerField.existsError("username", "password")>
<#assign fault = failed?then(messagesPerField.getFirstError("username", "password"), "")>
<#assign mismatch = fault == msg("invalidUserMessage")>
<@layout.registrationLayout displayMessage=!failed; section>
  <#if section = "header">
    <#if byPictures>${msg("enterPictures")}<#else><#if known><span class="for-keys">${msg("enterPin")}</span></#if><span class="for-typing">${msg("loginAccountTitle")}</span></#if>
  <#elseif section = "form" && byPictures>
    <@byPicture.form card=card failed=failed/>
  <#elseif section = "form">
    <form id="sign-in" class="sign-in" action="${url.loginAction}" method="post" <#if known>data-card="${card}"</#if>>
      <#if known>
      <p class="card for-keys">
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="M7 9h4v4H7zM14 9.5h4M14 13h4M7 16h11"/></svg>
        <span><span id="holder" data-greeting="${msg("greeting")}">${msg("yourCard")}</span> <b dir="ltr">${card}</b></span>
        <button class="link" type="button" id="not-mine">${msg("notMyCard")}</button>
      </p>
      </#if>
      <#if failed>
      <p class="notice error" role="alert" id="sign-in-fault"><#rt>
        <#if mismatch && known><#t>
        <span class="for-keys">${msg("wrongPin")}</span><span class="for-typing">${msg("invalidUserMessage")}</span><#t>
        <#else>${kcSanitize(fault)?no_esc}</#if>${msg(mismatch?then("askHelper", "askAnyway"))}</p><#t>

      </#if>
      <#if !usernameHidden??>
      <div class="ask for-typing">
        <label for="username">${msg("username")}</label>
        <input id="username" name="username" type="text" value="${card}" dir="ltr" required
          autocomplete="username" autocapitalize="none" spellcheck="false"
          <#if !known>autofocus</#if> <#if failed>aria-invalid="true" aria-describedby="sign-in-fault"</#if>>
      </div>
      </#if>
      <div class="for-typing"><@field.secret id="password" label=msg("password") focused=known || usernameHidden??/></div>
      <#if known>
      <div class="pin for-keys">
        <p class="dots" id="dots" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i></p>
        <p class="heard" role="status" id="heard" data-pressed="${msg("pressed")}" data-signing-in="${msg("signingIn")}"></p>
        <div class="keys" role="group" aria-label="${msg("pin")}">
          <#list 1..9 as digit><button type="button" data-digit="${digit}">${digit}</button></#list>
          <button type="button" data-key="clear">${msg("clearPin")}</button>
          <button type="button" data-digit="0">0</button>
          <button type="button" data-key="back" aria-label="${msg("backspace")}"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5h13v14H8l-6-7zM11.5 9l6 6M17.5 9l-6 6"/></svg></button>
        </div>
      </div>
      </#if>
      <#if realm.rememberMe && !usernameHidden??>
      <label class="tick"><input id="rememberMe" name="rememberMe" type="checkbox" <#if login.rememberMe?? || !failed>checked</#if>>
        <span>${msg("rememberMe")} <small>${msg("rememberMeHint")}</small></span></label>
      </#if>
      <#if auth.selectedCredential?has_content><input type="hidden" name="credentialId" value="${auth.selectedCredential}"></#if>
      <button class="go for-typing" id="kc-login">${msg("doLogIn")}</button>
      <#if known>
      <button class="link wide for-keys" type="button" id="type-it">${msg("typePassword")}</button>
      <a class="link wide" href="/card/${card}/pictures">${msg("hasPictures")}</a>
      <button class="link wide for-typing scripted" type="button" id="press-it">${msg("pressPin")}</button>
      </#if>
    </form>
    <script type="module" src="${url.resourcesPath}/js/eye.js"></script>
    <#if known><script type="module" src="${url.resourcesPath}/js/pin.js"></script></#if>
  </#if>
</@layout.registrationLayout>
