/**
 * The programs of the system that take what the dashboard gives, by the names that the tests in e2e/consumers use.
 * `command` prints the version, and succeeds only where the program is there; `packages` are Debian's that bring it.
 * @type {Record<string, { command: readonly string[]; packages: readonly string[] }>}
 */
export const CONSUMER_TOOLS = {
  LibreOffice: {
    command: ['soffice', '--version'],
    packages: ['libreoffice-calc-nogui'],
  },
  Miller: { command: ['mlr', '--version'], packages: ['miller'] },
  csvkit: { command: ['csvjson', '--version'], packages: ['csvkit'] },
  openpyxl: {
    command: ['/usr/bin/python3', '-c', 'import openpyxl; print(openpyxl.__version__)'],
    packages: ['python3-openpyxl'],
  },
  pandas: {
    command: ['/usr/bin/python3', '-c', 'import pandas; print(pandas.__version__)'],
    packages: ['python3-pandas'],
  },
  // Below 1.21 it has a kustomize without components.
  kubectl: {
    command: ['sh', '-c', 'kubectl version --client 2>&1 | grep "Kustomize Version: v[4-9]"'],
    packages: ['kubernetes-client'],
  },
  'systemd-analyze': { command: ['systemd-analyze', '--version'], packages: ['systemd'] },
  promtool: { command: ['promtool', '--version'], packages: ['prometheus'] },
  Java: { command: ['javac', '--version'], packages: ['default-jdk-headless'] },
  'Apache POI': {
    command: ['sh', '-c', 'ls /usr/share/java/poi-ooxml-[0-9]*.jar'],
    packages: ['libapache-poi-java', 'libcommons-compress-java'],
  },
};
