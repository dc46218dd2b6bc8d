{{- define "tianbo.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1001
runAsGroup: 1001
fsGroup: 1001
# Walking through every recording at each start would take minutes.
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "tianbo.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* The pod of web and worker: (dict "root" $ "component" "web" "jobs" false "grace" 30) */}}
{{- define "tianbo.pod" -}}
{{- $settings := index .root.Values .component -}}
metadata:
  labels:
    {{- include "tianbo.labels" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .component }}
  {{- with .root.Values.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ include "tianbo.serviceAccount" .root }}
  automountServiceAccountToken: false
  # Kubernetes would set TIANBO_... variables for the Services, and they would be read as configuration.
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .grace }}
  {{- with .root.Values.image.pullSecrets }}
  imagePullSecrets:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  securityContext:
    {{- include "tianbo.podSecurity" . | nindent 4 }}
  containers:
    - name: {{ .component }}
      image: {{ include "tianbo.image" .root | quote }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      securityContext:
        {{- include "tianbo.containerSecurity" . | nindent 8 }}
      env:
        {{- include "tianbo.environment" .root | nindent 8 }}
        - name: TIANBO_JOBS_ENABLED
          value: {{ .jobs | quote }}
        # ffmpeg is unpacked on first use, and only /tmp can be written.
        - name: JAVA_OPTS_APPEND
          value: {{ printf "-Dorg.bytedeco.javacpp.cachedir=/tmp/javacpp %s" $settings.javaOptions | trim | quote }}
        {{- with .root.Values.extraEnv }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      ports:
        - name: http
          containerPort: 8080
        - name: management
          containerPort: 9000
      startupProbe:
        httpGet:
          path: /q/health/started
          port: management
        periodSeconds: 2
        failureThreshold: 90
      readinessProbe:
        httpGet:
          path: /q/health/ready
          port: management
        periodSeconds: 5
        timeoutSeconds: 3
      livenessProbe:
        httpGet:
          path: /q/health/live
          port: management
        periodSeconds: 10
        timeoutSeconds: 3
        failureThreshold: 6
      lifecycle:
        preStop:
          # Time for the ingress to stop sending here.
          sleep:
            seconds: 5
      resources:
        {{- toYaml $settings.resources | nindent 8 }}
      volumeMounts:
        - name: scratch
          mountPath: /tmp
        {{- if eq .root.Values.media.store "folder" }}
        - name: media
          mountPath: /media
        {{- end }}
  volumes:
    - name: scratch
      emptyDir:
        sizeLimit: {{ $settings.scratch }}
    {{- if eq .root.Values.media.store "folder" }}
    - name: media
      persistentVolumeClaim:
        claimName: {{ include "tianbo.mediaClaim" .root }}
    {{- end }}
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "tianbo.selector" .root | nindent 10 }}
          app.kubernetes.io/component: {{ .component }}
  {{- with $settings.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $settings.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}
