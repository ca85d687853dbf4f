import { boolYaml11Tag, CORE_SCHEMA, defineScalarTag, NOT_RESOLVED, type Schema } from 'js-yaml';

const integer = /^[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|0[0-7]+|0|[1-9][0-9]*)$/;

/** A leading zero means octal, and digits may be grouped: `defaultMode: 0644` is 420. */
const goInteger = defineScalarTag('tag:yaml.org,2002:int', {
  implicit: true,
  resolve: (source) => {
    const plain = source.replaceAll('_', '');
    if (!integer.test(plain)) return NOT_RESOLVED;
    const [digits, sign] = plain.startsWith('-') ? [plain.slice(1), -1] : [plain.replace('+', ''), 1];
    return sign * Number(/^0[0-7]/.test(digits) ? `0o${digits}` : digits);
  },
  identify: () => false,
});

/**
 * Scalars as Helm, kubectl and the API server read them, which is neither YAML 1.1 nor 1.2: `yes`, `on` and `y` are
 * booleans, `0644` is octal, but `12:30` and dates are texts. Merge keys are not part of it.
 */
export const goYaml: Schema = CORE_SCHEMA.withTags(boolYaml11Tag, goInteger);
