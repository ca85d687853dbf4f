import type { Recipe } from '../recipe.ts';
import { actionlint } from './actionlint.ts';
import { alertmanager } from './alertmanager.ts';
import { alloyLogs } from './alloy-logs.ts';
import { amtool } from './amtool.ts';
import { chromium } from './chromium.ts';
import { etcd } from './etcd.ts';
import { helm } from './helm.ts';
import { kubeApiserver } from './kube-apiserver.ts';
import { kubeControllerManager } from './kube-controller-manager.ts';
import { kubeScheduler } from './kube-scheduler.ts';
import { kubectl } from './kubectl.ts';
import { kwok } from './kwok.ts';
import { otelcol } from './otelcol.ts';
import { prometheus } from './prometheus.ts';
import { promtool } from './promtool.ts';

/** Every program that `npm run tools` knows, in name order. One file each. */
export const recipes: readonly Recipe[] = [actionlint, alertmanager, alloyLogs, amtool, chromium, etcd, helm, kubeApiserver, kubeControllerManager, kubeScheduler, kubectl, kwok, otelcol, prometheus, promtool];
