{{/* A variable out of an existing Secret: (list variable secret key) */}}
{{- define "tianbo.fromSecret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end -}}

{{/* The configuration that web and worker share. */}}
{{- define "tianbo.environment" -}}
{{- $database := .Values.database -}}
{{- $keycloak := .Values.keycloak -}}
{{- $keys := .Values.keys -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ $database.jdbcUrl | quote }}
{{ include "tianbo.fromSecret" (list "QUARKUS_DATASOURCE_USERNAME" $database.application.existingSecret $database.application.usernameKey) }}
{{ include "tianbo.fromSecret" (list "QUARKUS_DATASOURCE_PASSWORD" $database.application.existingSecret $database.application.passwordKey) }}
- name: QUARKUS_FLYWAY_JDBC_URL
  value: {{ $database.owner.jdbcUrl | default $database.jdbcUrl | quote }}
{{ include "tianbo.fromSecret" (list "QUARKUS_FLYWAY_USERNAME" $database.owner.existingSecret $database.owner.usernameKey) }}
{{ include "tianbo.fromSecret" (list "QUARKUS_FLYWAY_PASSWORD" $database.owner.existingSecret $database.owner.passwordKey) }}
- name: TIANBO_CERTIFICATION_ADDRESS
  value: {{ printf "https://%s" .Values.host | quote }}
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ printf "https://%s/auth/realms/tianbo" .Values.host | quote }}
{{ include "tianbo.fromSecret" (list "QUARKUS_OIDC_CREDENTIALS_SECRET" $keycloak.existingSecret $keycloak.webClientKey) }}
{{ include "tianbo.fromSecret" (list "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET" $keys.existingSecret $keys.sessionKey) }}
- name: QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE
  value: "true"
- name: QUARKUS_KEYCLOAK_ADMIN_CLIENT_SERVER_URL
  value: {{ $keycloak.adminUrl | default (printf "http://%s:%v/auth" $keycloak.service.name $keycloak.service.port) | quote }}
{{ include "tianbo.fromSecret" (list "QUARKUS_KEYCLOAK_ADMIN_CLIENT_CLIENT_SECRET" $keycloak.existingSecret $keycloak.adminClientKey) }}
- name: TIANBO_MEDIA_FOLDER
  value: /media
{{ include "tianbo.fromSecret" (list "TIANBO_MEDIA_LINK_KEY" $keys.existingSecret $keys.mediaLinkKey) }}
{{ include "tianbo.fromSecret" (list "TIANBO_PEOPLE_HASH_KEY" $keys.existingSecret $keys.peopleHashKey) }}
{{ include "tianbo.fromSecret" (list "TIANBO_STORE_HASH_KEY" $keys.existingSecret $keys.storeHashKey) }}
{{ include "tianbo.fromSecret" (list "TIANBO_CERTIFICATION_SIGNING_KEY" $keys.existingSecret $keys.certificationSigningKey) }}
{{- with .Values.ingress.trustedProxies }}
- name: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- end -}}
