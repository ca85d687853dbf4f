import { describe, expect, it } from '@jest/globals';
import { chartPanel, seriesFor } from '../../fixtures/preview.ts';
import { htmlText } from '../html.ts';
import { barGauge } from './bar-gauge.ts';
import { heatmap } from './heatmap.ts';
import { lanes } from './lanes.ts';
import { lineChart } from './line-chart.ts';
import { stat } from './stat.ts';

const span = { from: 0, to: 600 };
const panel = chartPanel();

describe('lineChart', () => {
  it('breaks a curve at a hole', () => {
    const [, path] = /class="stroke" d="([^"]+)"/.exec(htmlText(lineChart(panel, [seriesFor(panel, 'a', [1, null, 2, 3])], span))) ?? [];
    expect(path?.match(/M/g)).toHaveLength(2);
  });

  it('draws a threshold where the axis reaches it', () => {
    const drawn = (values: readonly number[]): boolean => htmlText(lineChart(panel, [seriesFor(panel, 'a', values)], span)).includes('class="threshold"');
    expect([drawn([1, 2]), drawn([1, 6])]).toEqual([false, true]);
  });

  it('has the figures of each series, largest first, and counts those without room', () => {
    const text = htmlText(lineChart(panel, Array.from({ length: 9 }, (_, at) => seriesFor(panel, `s${at}`, [9, at])), span));
    expect([...text.matchAll(/<th scope="row" title="(\w+)"/g)].map(([, name]) => name)).toEqual(['s8', 's7', 's6']);
    expect(text).toContain('and 6 more');
    expect(text).toContain('<td>8 req/s</td><td>9 req/s</td>');
  });

  it('gives a whole of 100 % to series that are stacked to it', () => {
    const stacked = chartPanel({ fieldConfig: { defaults: { unit: 'reqps', custom: { stacking: { mode: 'percent' }, fillOpacity: 60 } } } });
    const text = htmlText(lineChart(stacked, [seriesFor(stacked, 'a', [1, 1]), seriesFor(stacked, 'b', [3, 3])], span));
    expect(text).toContain('>100%</span>');
    expect(text).toMatch(/d="M0,750L100,750"/);
  });

  it('draws bars from what they stand on', () => {
    const bars = chartPanel({ fieldConfig: { defaults: { unit: 'short', custom: { drawStyle: 'bars', stacking: { mode: 'normal' } } } } });
    const text = htmlText(lineChart(bars, [seriesFor(bars, 'a', [1, 1]), seriesFor(bars, 'b', [1, 0])], span));
    expect([...text.matchAll(/<rect [^>]*y="([\d.]+)" height="([\d.]+)"/g)].map(([, y, height]) => [y, height])).toEqual([['500', '500'], ['500', '500'], ['0', '500']]);
  });

  it('puts a second unit on the right-hand axis', () => {
    const two = chartPanel({ fieldConfig: { defaults: { unit: 'reqps' }, overrides: [{ matcher: { id: 'byName', options: 'b' }, properties: [{ id: 'unit', value: 'suffix: tok/s' }, { id: 'custom.axisPlacement', value: 'right' }] }] } });
    expect(htmlText(lineChart(two, [seriesFor(two, 'a', [1]), seriesFor(two, 'b', [900])], span))).toMatch(/class="y right"[^]*tok\/s/);
  });
});

describe('stat', () => {
  const judged = { defaults: { unit: 'short', thresholds: { steps: [{ value: null, color: 'green' }, { value: 5, color: 'red' }] } } };
  it('fills the background with the colour of the last value', () => {
    const filled = chartPanel({ type: 'stat', fieldConfig: judged, options: { colorMode: 'background', graphMode: 'area' } });
    const text = htmlText(stat(filled, [seriesFor(filled, 'a', [1, 7, null])], span));
    expect(text).toContain('background:var(--red)');
    expect(text).toMatch(/<p class="value">7<\/p>[^]*class="sparkline"/);
  });

  it('names its values when there are several', () => {
    const many = chartPanel({ type: 'stat', options: { colorMode: 'value', graphMode: 'none', textMode: 'value_and_name' } });
    const text = htmlText(stat(many, [seriesFor(many, 'up', [4]), seriesFor(many, 'known', [5])], span));
    expect([...text.matchAll(/class="name">(\w+)</g)].map(([, name]) => name)).toEqual(['up', 'known']);
    expect(text).not.toContain('sparkline');
  });
});

describe('barGauge', () => {
  it('measures bars by the maximum of the panel, else by the longest', () => {
    const widths = (max?: number): readonly (string | undefined)[] => {
      const gauge = chartPanel({ fieldConfig: { defaults: { unit: 'percentunit', ...(max === undefined ? {} : { max }) } } });
      return [...htmlText(barGauge(gauge, [seriesFor(gauge, 'a', [0.5]), seriesFor(gauge, 'b', [0.25]), seriesFor(gauge, 'c', [-1])])).matchAll(/width:([\d.]+)%/g)].map(([, width]) => width);
    };
    expect(widths(1)).toEqual(['50', '25', '0']);
    expect(widths()).toEqual(['100', '50', '0']);
  });
});

describe('barGauge without thresholds', () => {
  it('gives a bar the hue that its series has in every chart', () => {
    const named = chartPanel({ fieldConfig: { defaults: { unit: 'short', color: { mode: 'palette-classic-by-name' } } } });
    expect([...htmlText(barGauge(named, [seriesFor(named, 'b', [1]), seriesFor(named, 'a', [1])])).matchAll(/background:var\(--([a-z0-9-]+)\)/g)].map(([, colour]) => colour)).toEqual(['series-1', 'series-0']);
  });
});

describe('lanes', () => {
  it('makes one bar of equal neighbours, and says the last state in words', () => {
    const states = chartPanel({ type: 'state-timeline', fieldConfig: { defaults: { unit: 'none', mappings: [{ type: 'value', options: { 1: { text: 'UP', color: 'green' }, 0: { text: 'DOWN', color: 'red' } } }] } } });
    const text = htmlText(lanes(states, [seriesFor(states, 'a', [1, 1, 0, 1, 1])], { from: 0, to: 240 }));
    expect([...text.matchAll(/width="(\d+)" y="0" height="10" fill="var\(--(\w+)\)"/g)].map(([, width, colour]) => [width, colour])).toEqual([['500', 'green'], ['250', 'red'], ['250', 'green']]);
    expect(text).toContain('<td class="state">UP</td>');
  });
});

describe('heatmap', () => {
  it('shows each bucket alone, though Prometheus counts it with those below', () => {
    const heat = chartPanel({ type: 'heatmap', options: { yAxis: { unit: 's' } } });
    const text = htmlText(heatmap(heat, [seriesFor(heat, 'b', [5, 5], { le: '+Inf' }), seriesFor(heat, 'a', [1, 5], { le: '0.5' })], { from: 0, to: 60 }));
    expect([...text.matchAll(/y="([\d.]+)" height="[\d.]+" fill-opacity="([\d.]+)"/g)].map(([, y, strength]) => [y, strength])).toEqual([['500', '0.45'], ['500', '1.00'], ['0', '0.89']]);
    expect(text).toMatch(/>500 ms<[^]*>∞</);
  });
});
