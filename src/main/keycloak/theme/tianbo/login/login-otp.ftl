<#import "template.ftl" as layout>
<#import "code-field.ftl" as field>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
  <#if section = "header">
    ${msg("oneTimeCodeTitle")}
  <#elseif section = "form">
    <form class="sign-in" action="${url.loginAction}" method="post">
      <#if otpLogin.userOtpCredentials?size gt 1>
      <fieldset class="ask">
        <legend>${msg("whichDevice")}</legend>
        <#list otpLogin.userOtpCredentials as device>
        <label class="tick"><input type="radio" name="selectedCredentialId" value="${device.id}" <#if device.id == otpLogin.selectedCredentialId>checked</#if>>
          <span>${device.userLabel}</span></label>
        </#list>
      </fieldset>
      </#if>
      <@field.code id="otp" hint=msg("oneTimeCodeHint")/>
      <button class="go" id="kc-login">${msg("doLogIn")}</button>
    </form>
  </#if>
</@layout.registrationLayout>
